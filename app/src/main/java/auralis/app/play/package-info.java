/**
 * Playing one file at a time, original or mastered, through whatever sound output there is. The
 * composition root makes the {@link auralis.app.play.Player}; the window commands it and looks at
 * its {@link auralis.app.play.PlayerState}.
 */
package auralis.app.play;
