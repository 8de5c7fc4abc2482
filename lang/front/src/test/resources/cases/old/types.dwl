{a: b as :string, c: d is :localdatetime}
