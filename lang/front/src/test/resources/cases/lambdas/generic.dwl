<T <: Comparable>(a: T, b: T) -> a > b
