"""The balance of one page: how far it looks back, and what leads from it to a routine."""

import logging

from routine_app.core.balance.balance import balance
from routine_app.core.balance.view import BalanceView, present_balance
from routine_app.core.days import WEEK_DAYS
from routine_app.core.errors import UserFacingError
from routine_app.core.settings.settings import WEEKLY_DOSE_SECONDS
from routine_app.ui.balance.screen import BalanceScreen
from routine_app.ui.balance.today_controller import TodayController
from routine_app.ui.feedback.pain_advice import PainAdviceController
from routine_app.ui.shell.controller import Controller
from routine_app.ui.shell.navigator import Scene

logger = logging.getLogger(__name__)


class BalanceController(Controller):
    """Fills the screen from the history."""

    def __init__(self, today: TodayController, pain: PainAdviceController) -> None:
        self._today, self._pain = today, pain
        self._days = WEEK_DAYS
        self.screen = BalanceScreen(self._set_days, today.catch_up, today.start_anew, pain.new_card().control)

    def enter(self, route: str) -> bool:  # noqa: ARG002 - there is only one
        """Write the balance as it is now to the screen."""
        self._show()
        return True

    def scene(self, route: str) -> Scene:
        """The only screen."""
        return Scene(route, self.screen.control, self.screen.fit)

    def _show(self) -> None:
        view = self._view()
        self.screen.show(view)
        if view.can_start:
            self._today.expect_start()
        self._pain.show()

    def _view(self) -> BalanceView:
        try:
            return present_balance(self._today.balance(self._days))
        except UserFacingError as error:
            logger.exception("The balance cannot be worked out")
            return present_balance(balance((), self._days, WEEKLY_DOSE_SECONDS), str(error))

    def _set_days(self, days: int) -> None:
        self._days = days
        self._show()
