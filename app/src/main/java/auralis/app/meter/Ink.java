package auralis.app.meter;

import java.util.Locale;

/** The colours that meters are drawn in; the style sheet gives each as {@code -meter-name}. */
enum Ink {
    FINE,
    WARN,
    OVER,
    MASTERED,
    ORIGINAL,
    REDUCTION,
    /** Behind a bar. */
    GROUND,
    /** Lines of a scale. */
    LINE,
    /** Numbers of a scale. */
    SCALE,
    /** Targets, ceilings and what is held. */
    MARK;

    String property() {
        return "-meter-" + name().toLowerCase(Locale.ROOT);
    }
}
