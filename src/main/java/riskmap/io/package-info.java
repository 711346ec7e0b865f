/**
 * Foreign formats, one class each, both directions. Bad data is counted and located in an {@code ImportLog} and the rest
 * goes on; nothing is dropped in silence. Opening a file runs no code, reaches no network and reads no other file than
 * the format's own companions.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}; GeoTools and format libraries.
 */
package riskmap.io;
