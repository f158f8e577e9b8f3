/**
 * Effects for creative use: the interface that built-in and foreign effects implement, the built-in
 * ones, and the rack that runs a list of them and survives their failures. Called by the mastering
 * chain, the loader of foreign effects, and window and command line, which are made from the
 * parameters' descriptions.
 */
package auralis.dsp.effect;
