/**
 * The strip of meters under the list: loudness, true peak, gain reduction, spectrum, goniometer and
 * correlation of what is heard. Made by the shell; it reads the engine's newest reading 30 times a
 * second while something plays and the strip can be seen.
 */
package auralis.app.meter;
