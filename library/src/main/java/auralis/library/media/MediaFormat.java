package auralis.library.media;

import auralis.dsp.StreamFormat;
import java.util.OptionalInt;

/**
 * What a file of sound holds.
 *
 * @param codec the field's short name in lower case: wav, aiff, flac, mp3, aac, vorbis, opus, alac
 *     …
 * @param bitDepth bits of a sample as stored (32 and 64 mean float for wav); empty for lossy codecs
 */
public record MediaFormat(String codec, StreamFormat stream, OptionalInt bitDepth) {}
