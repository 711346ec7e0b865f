/** Forms made from declared parameters, validated while the user types. */
package riskmap.ui.form;
