/**
 * What differs from system to system: the sound output. The player writes to it; no other package
 * knows a line of javax.sound.
 */
package auralis.app.platform;
