package auralis.library.transcribe;

/** What is done about a recording one after the other, and how long that takes about. */
enum Stage {
    ISOLATING(300),
    LISTENING(50),
    RECOGNISING(1000);

    private final int perSecond;

    Stage(int perSecond) {
        this.perSecond = perSecond;
    }

    /** How much some stages of a recording count. */
    static long units(double seconds, Stage... stages) {
        int perSecond = 0;
        for (Stage stage : stages) {
            perSecond += stage.perSecond;
        }
        return Math.round(seconds * perSecond);
    }
}
