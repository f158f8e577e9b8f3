/**
 * What every engine that hears words is like, and what it hears. Implemented by the packages of the
 * engines, called by the pipeline.
 */
package auralis.library.transcribe.engine;
