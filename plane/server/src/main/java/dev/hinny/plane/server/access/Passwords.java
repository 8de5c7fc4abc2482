package dev.hinny.plane.server.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;

/** Argon2id; the parameters stand in each hash. */
final class Passwords {
    private static final Argon2Function FUNCTION = Argon2Function.getInstance(19456, 2, 1, 32, Argon2.ID);
    private static final String NOBODY = hash("nobody has this password");

    // Each check takes 19 MB: a flood of sign-ins must not take all memory.
    private static final Semaphore AT_ONCE = new Semaphore(4);

    private Passwords() {}

    static String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(FUNCTION).getResult();
    }

    static boolean matches(String password, String hash) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            AT_ONCE.release();
        }
    }

    /** Takes as long as a check, so that time does not tell which users exist. */
    static void waste(String password) {
        matches(password, NOBODY);
    }
}
