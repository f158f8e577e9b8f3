/**
 * Recursive filters and the formulas that design them: double state, float planes, one channel at a
 * time. Every package of the sound engine may use it; it knows nothing but the vocabulary.
 */
package auralis.dsp.filter;
