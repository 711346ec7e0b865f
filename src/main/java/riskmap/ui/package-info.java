/**
 * The JavaFX window: map canvas, tools, view-models. Never blocks its thread: what may take over 100 ms runs through
 * {@code app.Tasks}.
 *
 * <p>May import: everything but {@code cli}; JavaFX is let in only here.
 */
package riskmap.ui;
