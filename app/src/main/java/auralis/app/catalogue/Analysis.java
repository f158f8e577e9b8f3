package auralis.app.catalogue;

/** How measuring in the background is held and continued; neither waits. */
public interface Analysis {
    void pause();

    void resume();
}
