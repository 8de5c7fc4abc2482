package dev.hinny.connectors.db;

import dev.hinny.connectors.db.QueryParameters.ParameterType;
import java.sql.JDBCType;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JDBC types by name. */
final class JdbcTypes {
    private JdbcTypes() {}

    static Map<String, Integer> byParameter(List<ParameterType> types) {
        Map<String, Integer> found = new HashMap<>();
        types.forEach(t -> found.put(t.key(), of(t.type())));
        return found;
    }

    /** {@link Types#OTHER} for a name that JDBC does not have. */
    static int of(String name) {
        try {
            return JDBCType.valueOf(name.strip().toUpperCase(Locale.ROOT)).getVendorTypeNumber();
        } catch (IllegalArgumentException e) {
            return Types.OTHER;
        }
    }
}
