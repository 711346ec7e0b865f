/**
 * Talking to people and to threads: what every other package needs to say what it does, what it was told and what went
 * wrong.
 *
 * <p>{@link riskmap.base.Message} is text in the user's language; {@link riskmap.base.RiskMapException} a bad situation;
 * {@link riskmap.base.Progress} the one way to report and cancel long work; {@link riskmap.base.Parameter} a value the
 * user may choose, declared once and shown as a form, an option, a log line and a line of the report.
 *
 * <p>May import: the JDK only.
 */
package riskmap.base;
