/** Use-cases of quality: check, fix, excuse, verdict, sign-off, and what is handed over of them. */
package riskmap.app.check;
