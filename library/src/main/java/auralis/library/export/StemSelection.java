package auralis.library.export;

import auralis.dsp.separate.StemMix;
import auralis.library.separate.SeparationSettings;

/**
 * A mix of the stems of a file, in place of the file.
 *
 * @param mix with a strip for each stem that the separation makes
 */
public record StemSelection(SeparationSettings separation, StemMix mix) {}
