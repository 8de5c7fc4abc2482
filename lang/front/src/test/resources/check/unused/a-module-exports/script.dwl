var a = 1
fun f(x) = x
