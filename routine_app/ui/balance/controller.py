"""The balance of one page: how far it looks back, and what leads from it to a routine."""

import logging
from collections.abc import Callable

from routine_app.core.balance.balance import Balance, balance
from routine_app.core.balance.view import BalanceView, present_balance
from routine_app.core.days import WEEK_DAYS
from routine_app.core.errors import UserFacingError
from routine_app.core.settings.settings import WEEKLY_DOSE_SECONDS
from routine_app.ui.balance.screen import BalanceScreen
from routine_app.ui.balance.today_controller import TodayController
from routine_app.ui.feedback.pain_advice_controller import PainAdviceController

logger = logging.getLogger(__name__)


class BalanceController:
    """Fills the screen from the history, and does what its buttons say; `open_today` shows today's routine."""

    def __init__(
        self, today: TodayController, open_today: Callable[[], None], pain: PainAdviceController
    ) -> None:
        self._today, self._open_today, self._pain = today, open_today, pain
        self._days = WEEK_DAYS
        self.screen = BalanceScreen(self, pain.new_card().control)

    def show(self) -> None:
        """Write the balance as it is now to the screen."""
        self.screen.show(self._view())
        self._pain.show()

    def _view(self) -> BalanceView:
        try:
            return present_balance(self._today.balance(self._days))
        except UserFacingError as error:
            logger.exception("The balance cannot be worked out")
            return present_balance(self._nothing, str(error))

    @property
    def _nothing(self) -> Balance:
        return balance((), self._days, WEEKLY_DOSE_SECONDS)

    def set_days(self, days: int) -> None:
        """Look back so many days."""
        self._days = days
        self.show()

    def catch_up(self, minutes: int) -> None:
        """Make a routine for what is short."""
        self._today.catch_up(minutes)

    def start_routine(self) -> None:
        """Show the routine to begin with."""
        self._open_today()
