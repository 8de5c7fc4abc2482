%dw 2.0

/**
 * Environment variable of the process; null where it is not set.
 *
 *     envVar("NO_SUCH_VARIABLE_IS_SET")
 *     => null
 *
 *     envVar("PATH") is String
 *     => true
 */
@RuntimePrivilege(requires = "Environment")
fun envVar(variableName: String): String | Null = native("system::envVar")

/**
 * All environment variables of the process.
 *
 *     envVars().PATH == envVar("PATH")
 *     => true
 */
@RuntimePrivilege(requires = "Environment")
fun envVars(): Dictionary<String> = native("system::envVars")
