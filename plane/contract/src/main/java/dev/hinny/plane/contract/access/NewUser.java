package dev.hinny.plane.contract.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What creates a user.
 *
 * @param permissions ours: granted at once
 */
public record NewUser(
        String username,
        String password,
        String firstName,
        String lastName,
        String email,
        @Nullable List<Scope> permissions) {
    @Override
    public String toString() {
        return "NewUser[username=" + username + "]";
    }
}
