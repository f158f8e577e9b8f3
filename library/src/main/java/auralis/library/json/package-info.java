/**
 * The one mapping between our records and JSON: presets, stored analyses and plans, what the
 * command line prints. Called by the library and by the app's command line.
 */
package auralis.library.json;
