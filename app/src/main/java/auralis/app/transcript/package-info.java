/**
 * What is said in a track: had written down, read while it plays, searched, changed, and written
 * into files and tags. Built and driven by {@code auralis.app.shell}.
 */
package auralis.app.transcript;
