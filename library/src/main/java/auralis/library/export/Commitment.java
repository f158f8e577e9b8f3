package auralis.library.export;

import java.io.IOException;

/**
 * Is told what came of a file when that is complete and verified, but does not have its name yet.
 * What is remembered here tells, after a crash, a result of ours from a file of somebody else.
 */
@FunctionalInterface
public interface Commitment<R> {
    void before(R result) throws IOException;
}
