package auralis.app.play;

/** The track that follows the one that is heard, on its way to the deck. Conductor only. */
final class Coming {
    private final Following following;
    private final Opening opening;
    private Voice voice; // null until it is opened, and when that failed
    private boolean failed;
    private boolean offered;

    Coming(Following following, TrackOpener opener, Runnable whenOpened) {
        this.following = following;
        this.opening = new Opening(following.track(), following.item(), opener, whenOpened);
    }

    long track() {
        return following.track();
    }

    Following following() {
        return following;
    }

    boolean isOf(Following other) {
        return following.equals(other);
    }

    Opening opening() {
        return opening;
    }

    /** Whether what came of the opening is to be fetched. */
    boolean isOpened() {
        return voice == null && !failed && opening.done();
    }

    Voice voice() {
        return voice;
    }

    void voice(Voice opened) {
        voice = opened;
    }

    boolean hasFailed() {
        return failed;
    }

    void fail() {
        failed = true;
    }

    /** Has the deck go on with it. */
    void offer(Deck deck) {
        if (!offered) {
            offered = true;
            deck.follow(voice);
        }
    }

    /** Whether the deck will not go on with it by itself; false when it did already. */
    boolean retract(Deck deck) {
        boolean free = !offered || deck.unfollow(voice);
        offered = !free;
        return free;
    }

    void drop() {
        opening.abandon();
        if (voice != null) {
            voice.renderer().close();
        }
    }
}
