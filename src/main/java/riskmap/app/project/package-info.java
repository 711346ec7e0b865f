/**
 * The open project: its file and lock, map, settings, kept styles and views, backups, recovery, and where results are
 * written.
 */
package riskmap.app.project;
