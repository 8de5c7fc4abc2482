package dev.hinny.plane.contract.access;

/** What {@code POST /accounts/login} takes. */
public record Credentials(String username, String password) {
    @Override
    public String toString() {
        return "Credentials[username=" + username + "]";
    }
}
