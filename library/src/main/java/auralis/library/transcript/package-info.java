/**
 * What is said or sung in a recording and when, and the files that such things are kept in. Called
 * by everything that makes, shows or changes transcripts; knows no engine.
 */
package auralis.library.transcript;
