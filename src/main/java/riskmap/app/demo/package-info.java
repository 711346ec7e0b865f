/**
 * The demonstration district: a made-up district of about 1,000 km² of land by the sea, generated anew each time with
 * the same bytes, so that everything can be tried without a bureau's data.
 *
 * <p>Its coast, hills, roads, buildings, facilities and hazards are invented ({@code maps/demo}); only the names of the
 * 19 towns are real, and every feature says 演示数据 as its source. What depends on what: coast → terrain → drainage →
 * rivers, reservoirs → roads → blocks and buildings → facilities, hazards. Random choices come from hashes of a fixed
 * seed and the place, never from a clock or a shared stream, and curves from {@link java.lang.StrictMath}.
 *
 * <p>Coordinates are EPSG:4550 in metres; heights are metres above sea level.
 */
package riskmap.app.demo;
