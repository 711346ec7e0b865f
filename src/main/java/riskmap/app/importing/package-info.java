/**
 * What comes in: a look at foreign files, guesses of system and kind with their reasons, imports, updates by key and their
 * log.
 */
package riskmap.app.importing;
