package auralis.library.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A child whose tasks go wrong in every way that native code can. */
final class Faulty {
    private Faulty() {}

    public static void main(String[] args) {
        ChildProgram.serve(
                Map.of(
                        "echo",
                        (request, progress) -> {
                            progress.total(2);
                            progress.phase("echoing");
                            progress.advance(2);
                            return request;
                        },
                        "refuse",
                        (request, progress) -> {
                            throw new IOException("a.wav: it is broken. Choose another.");
                        },
                        "halt",
                        (request, progress) -> {
                            Runtime.getRuntime().halt(7);
                            return "";
                        },
                        "wild",
                        (request, progress) -> writeWhereNothingIs(),
                        "signal",
                        (request, progress) -> signalItself(request),
                        "hang",
                        (request, progress) -> {
                            progress.phase("hanging");
                            while (true) {
                                LockSupport.parkNanos(1_000_000);
                            }
                        },
                        "flood",
                        (request, progress) -> flood()));
    }

    private static String writeWhereNothingIs() {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 8L, 1L);
            return "it lived";
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signalItself(String name) throws IOException, InterruptedException {
        String pid = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
        while (true) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** As a native library that prints does, past everything of Java. */
    private static String flood() throws IOException {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        byte[] line = "loading model… 100 % of weights\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 40_000; i++) {
            out.write(line);
            System.out.println("through Java");
        }
        return "x".repeat(300_000);
    }
}
