[f(), a.b(1, 2,), M::g(x)(y), java!a::B::new(1), Part::file{name: "x"}, (z) -> z]
