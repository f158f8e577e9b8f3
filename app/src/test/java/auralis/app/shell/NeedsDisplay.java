package auralis.app.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Of tests that drag, or have a second window: without a display, Monocle can do neither. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(
        named = "testfx.headless",
        matches = "true",
        disabledReason = "there is no display")
@interface NeedsDisplay {}
