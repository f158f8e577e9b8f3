/**
 * Takes mixes apart with trained models that the user has as ONNX files: finds out what a file is,
 * tries it, and runs it over a stream. Called by the store of models and by the child process that
 * separates files.
 */
package auralis.library.separate.neural;
