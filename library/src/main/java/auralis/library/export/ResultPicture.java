package auralis.library.export;

/**
 * What a report shows of a source and its result.
 *
 * @param sourceSha256 of the whole file, 64 hexadecimal digits
 * @param outputSha256 the same of the result
 */
public record ResultPicture(
        SoundPicture before, SoundPicture after, String sourceSha256, String outputSha256) {}
