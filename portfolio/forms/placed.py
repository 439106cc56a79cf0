"""What a constraint of the database says, said beside the box it is about."""

from typing import Any, ClassVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


class PlacedFaults:
    """For model forms, which have what a constraint says at the top. `beside` maps a constraint's name to a field.

    `judged` names columns that the form has no box for and the instance has been given: without them Django would
    leave out every constraint they are part of, and the database's refusal would come as an error page.
    """

    beside: ClassVar[dict[str, str]] = {}
    judged: ClassVar[frozenset[str]] = frozenset()
    instance: Any
    add_error: Any
    errors: Any

    def _get_validation_exclusions(self) -> set[str]:
        # A box that has been found wrong is not judged again by the instance, which has nothing there yet.
        return super()._get_validation_exclusions() - (self.judged - set(self.errors))  # type: ignore[misc]

    def _update_errors(self, errors: ValidationError) -> None:
        found = getattr(errors, "error_dict", {})
        if NON_FIELD_ERRORS in found:
            for field, fault in self._broken():
                said = [one for one in found[NON_FIELD_ERRORS] if one.messages == fault.messages]
                found[NON_FIELD_ERRORS] = [one for one in found[NON_FIELD_ERRORS] if one is not said[0]]
                found[field] = [*found.get(field, []), said[0]]
            if not found[NON_FIELD_ERRORS]:
                del found[NON_FIELD_ERRORS]
        super()._update_errors(errors)  # type: ignore[misc]

    def _broken(self) -> list[tuple[str, ValidationError]]:
        """The constraints of `beside` that do not hold: Django gives their words and not their names."""
        exclude, broken = self._get_validation_exclusions(), []
        for model, constraints in self.instance.get_constraints():
            for constraint in constraints:
                if constraint.name in self.beside:
                    try:
                        constraint.validate(model, self.instance, exclude=exclude)
                    except ValidationError as fault:
                        broken.append((self.beside[constraint.name], fault))
        return broken
