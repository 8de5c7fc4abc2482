%dw 2.0
fun loud(s: String) = upper(s) ++ "!"
