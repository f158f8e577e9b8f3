/**
 * The bridge between JavaFX and all other threads, and the only place that knows the platform: how
 * work leaves the FX thread and how its answers come back. Called by every part of the window.
 */
package auralis.app.fx;
