/** Tools along roads: the cheapest ways between places, and what lies within reach of them. */
package riskmap.analysis.network;
