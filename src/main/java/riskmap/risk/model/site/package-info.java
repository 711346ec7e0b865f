/**
 * Parts of the models of hazardous sites: accidents and their parameters, consequences, individual risk, substances.
 */
package riskmap.risk.model.site;
