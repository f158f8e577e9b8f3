package auralis.app.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;

/** How tests wait for what the window does on its own. */
public final class Patience {
    private static final long SECONDS = 20;

    private Patience() {}

    /** Until a condition holds, which is looked at on the FX thread. */
    public static void waitUntil(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(() -> isTrue(condition)).get());
        } catch (TimeoutException e) {
            throw new AssertionError("did not come true within " + SECONDS + " s", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What is looked for may not be there yet. */
    private static boolean isTrue(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (EmptyNodeQueryException e) {
            return false;
        }
    }
}
