Foo::bar(1)
