a is :string or b
