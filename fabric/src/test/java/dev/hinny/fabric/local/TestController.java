package dev.hinny.fabric.local;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Main class of a controller process that starts one replica and waits to be killed. */
public final class TestController {
    private TestController() {}

    public static void main(String[] arguments) throws Exception {
        LocalFabric fabric = Fabrics.open(Path.of(arguments[0]));
        fabric.start(Fabrics.replica(arguments[1]));
        new CountDownLatch(1).await();
    }
}
