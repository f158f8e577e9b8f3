package auralis.library.search;

/** The numbers of a track that can be compared. */
public enum NumberField implements Field {
    YEAR("year", "year:1990..1999", "released in these years", true),
    TRACK("track", "track:1", "the number on its disc", true),
    DISC("disc", "disc:>1", "the number of the disc", true),
    /** In seconds. */
    LENGTH("length", "length:>3:30", "longer than 3 minutes 30 (or in seconds: length:<90)", false),
    /** Integrated loudness in LUFS. */
    LUFS("lufs", "lufs:<-16", "integrated loudness under -16 LUFS", false),
    /** True peak in dBTP. */
    TP("tp", "tp:>-1", "true peak over -1 dBTP", false),
    /** Loudness range in LU. */
    LRA("lra", "lra:>=10", "loudness range of 10 LU and more", false),
    /** Sample rate in Hz. */
    RATE("rate", "rate:>44.1k", "sample rate over 44.1 kHz (or in Hz)", false),
    BITS("bits", "bits:24", "bits of a sample", true),
    CHANNELS("channels", "channels:1", "number of channels", true),
    PLAYS("plays", "plays:0", "how often it was played", true),
    /** Age in the library, in days. */
    ADDED("added", "added:<30", "came into the library in the last 30 days", false);

    private final String key;
    private final String example;
    private final String meaning;
    private final boolean counted;

    NumberField(String key, String example, String meaning, boolean counted) {
        this.key = key;
        this.example = example;
        this.meaning = meaning;
        this.counted = counted;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String example() {
        return example;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** Whether it is a whole number. Of measured ones, a plain value means all that round to it. */
    boolean isCounted() {
        return counted;
    }
}
