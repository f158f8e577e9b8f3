package auralis.library.search;

/** What a track is or is not. */
public enum YesNoField implements Field {
    MASTERED("mastered", "mastered", "has a mastered version"),
    MISSING("missing", "missing", "its file is gone"),
    OFFLINE("offline", "offline", "its drive or folder is not there now"),
    FAVOURITE("favourite", "favorite", "is marked as favourite"),
    ANALYZED("analyzed", "analysed", "was measured"),
    DUPLICATE("duplicate", "duplicate", "the same sound is there more than once"),
    PROBLEM("problem", "problem", "something is wrong with its file");

    private final String key;
    private final String alias;
    private final String meaning;

    YesNoField(String key, String alias, String meaning) {
        this.key = key;
        this.alias = alias;
        this.meaning = meaning;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String alias() {
        return alias;
    }

    @Override
    public String example() {
        return key + ":yes";
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
