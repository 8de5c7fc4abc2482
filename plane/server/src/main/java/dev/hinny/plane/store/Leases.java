package dev.hinny.plane.store;

import java.time.Duration;
import java.util.Optional;

/** Who does a job that only one controller may do. The token grows with each new holder, so a late one is noticed. */
public final class Leases {
    private final Database database;
    private final String holder;

    public Leases(Database database, String holder) {
        this.database = database;
        this.holder = holder;
    }

    /** Takes or renews the lease; empty when another holds it. */
    public Optional<Long> hold(String name, Duration time) {
        return database.write(sql -> sql.one(
                "insert into leases(name, holder, token, expires) values (?, ?, 1, now() + ? * interval '1"
                    + " millisecond') on conflict (name) do update set token = case when leases.holder ="
                    + " excluded.holder then leases.token else leases.token + 1 end, holder = excluded.holder, expires"
                    + " = excluded.expires where leases.holder = excluded.holder or leases.expires < now() returning"
                    + " token",
                row -> row.number("token"),
                name,
                holder,
                time.toMillis()));
    }

    /** Gives the lease back, so that the next holder need not wait. */
    public void release(String name) {
        database.run(sql -> sql.run("update leases set expires = now() where name = ? and holder = ?", name, holder));
    }

    /** In a transaction: throws unless the token is still the current one. */
    public static void check(Sql sql, String name, long token) {
        long current = sql.number("select token from leases where name = ? for share", name);
        if (current != token) {
            throw new IllegalStateException("lease '" + name + "' went to another controller");
        }
    }
}
