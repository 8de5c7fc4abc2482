%dw 2.0

/** An environment variable. */
fun envVar(variableName: String): String | Null = native("documents::envVar")

/** All environment variables. */
fun envVars(): Object = native("documents::envVars")
