/**
 * Trained models that the user brought or had downloaded: what there is to be had, where it lies,
 * and whether it is what it should be. Called by the engines that run models, by the command on
 * models and by the preferences.
 */
package auralis.library.model;
