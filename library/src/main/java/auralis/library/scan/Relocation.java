package auralis.library.scan;

/**
 * What became, or would become, of tracks whose folder is somewhere else now.
 *
 * @param found tracks whose file is in the new place
 * @param notFound tracks that were left as they are
 */
public record Relocation(int found, int notFound) {}
