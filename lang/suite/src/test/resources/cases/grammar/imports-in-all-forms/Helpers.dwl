%dw 2.0
var punctuation = "!"
fun greet(name: String): String = "Hello, $name$punctuation"
