package auralis.app.prefs;

/** Whether tracks are made equally loud, each for itself or as albums. */
public enum VolumeMatching {
    OFF("prefs.matching.off"),
    TRACK("prefs.matching.track"),
    ALBUM("prefs.matching.album"),
    /** As an album where its tracks play in order, else each track for itself. */
    AUTO("prefs.matching.auto");

    private final String key;

    VolumeMatching(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
