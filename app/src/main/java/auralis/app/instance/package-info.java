/**
 * One window per data folder: a second start hands its files to the first and ends. The composition
 * root claims the folder before it opens anything.
 */
package auralis.app.instance;
